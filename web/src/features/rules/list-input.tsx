import { Textarea } from '@mantine/core';
import { useState } from 'react';

interface ListInputProps {
  label: string;
  description?: string;
  list: readonly string[];
  onChange: (list: string[]) => void;
}

/** A list that is typed with commas, or with one entry on each line. */
export function ListInput({ label, description, list, onChange }: ListInputProps) {
  const [typed, setTyped] = useState(list.join(', '));
  return (
    <Textarea
      label={label}
      description={description}
      rows={2}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const entries = value.split(/[,\n]/).map((entry) => entry.trim());
        onChange([...new Set(entries.filter((entry) => entry !== ''))]);
      }}
    />
  );
}
