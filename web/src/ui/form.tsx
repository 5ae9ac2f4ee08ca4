import type { ReactNode } from 'react';
import css from './form.module.css';

interface FormProps {
  onSubmit: (data: FormData) => void;
  children: ReactNode;
}

/** Fields under each other; what was typed is given in one piece. */
export function Form({ onSubmit, children }: FormProps) {
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {children}
    </form>
  );
}

/** The buttons at a form's end: what goes back first, what goes on last. */
export function FormActs({ children }: { children: ReactNode }) {
  return <div className={css.acts}>{children}</div>;
}
