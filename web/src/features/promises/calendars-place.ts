import { useNavigate, useSearch } from '@tanstack/react-router';

/** Which calendar is looked at. */
export interface CalendarsSearch {
  calendar?: string;
}

export function calendarsSearch({ calendar }: Record<string, unknown>): CalendarsSearch {
  return typeof calendar === 'string' ? { calendar } : {};
}

export function useCalendarsPlace(): { calendar: string | null; go: (calendar: string) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    calendar: calendarsSearch(search).calendar ?? null,
    go: (calendar) => {
      void navigate({ to: '/admin/calendars', search: { calendar } });
    },
  };
}
