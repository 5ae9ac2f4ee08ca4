import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { announce } from './announcer.js';
import css from './copy-field.module.css';
import { copyText } from './copy-text.js';
import { Icon } from './icon.js';

interface CopyFieldProps {
  label: string;
  text: string;
  copyLabel: string;
  copiedLabel: string;
}

/** A text to take elsewhere. Where the browser will not copy it, it is selected for the reader's own Ctrl C. */
export function CopyField({ label, text, copyLabel, copiedLabel }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    if (done) announce(copiedLabel);
    else field.current?.select();
  };
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={css.line}>
        <input
          ref={field}
          id={id}
          className={css.text}
          readOnly
          value={text}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <Button variant="default" leftSection={<Icon name={copied ? 'tick' : 'copy'} />} onClick={() => void copy()}>
          {copied ? copiedLabel : copyLabel}
        </Button>
      </div>
    </div>
  );
}
