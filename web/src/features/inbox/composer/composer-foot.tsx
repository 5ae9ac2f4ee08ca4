import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { IconButton } from '../../../ui/icon-button.js';
import { NetworkMark } from '../../../ui/network-mark.js';
import css from './composer.module.css';
import { SendLater } from './send-later.js';
import type { ComposerState } from './use-composer.js';

/** The files, the voice, and the button that names the act. */
export function ComposerFoot({ composer, name }: { composer: ComposerState; name: string }) {
  const words = useWords();
  const { way } = composer;
  return (
    <div className={css.foot}>
      {way && way.maxFiles > 0 && <FilePicker many={way.maxFiles > 1} onFiles={composer.files.add} />}
      <span className={css.voice}>
        {way && <NetworkMark network={way.network} size={18} />}
        <span className={css.cut}>
          {way ? words.t('composer.voice', { account: way.accountName }) : words.t('composer.voice.note')}
        </span>
      </span>
      {!composer.closed && way?.open !== false && (
        <>
          <SendLater composer={composer} />
          <SendButton composer={composer} name={name} />
        </>
      )}
    </div>
  );
}

function FilePicker({ many, onFiles }: { many: boolean; onFiles: (files: readonly File[]) => void }) {
  const words = useWords();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple={many}
        hidden
        aria-label={words.t('files.add')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <IconButton
        icon="clip"
        label={words.t('files.add')}
        onClick={() => {
          picker.current?.click();
        }}
      />
    </>
  );
}

function SendButton({ composer, name }: { composer: ComposerState; name: string }) {
  const words = useWords();
  return (
    <Button
      data-tone={composer.mode}
      className={css.send}
      loading={composer.busy}
      disabled={composer.obstacle !== null || composer.files.uploading.length > 0}
      title={words.t('composer.send.keys')}
      onClick={() => {
        composer.send();
      }}
    >
      {sendText(words, composer, name)}
    </Button>
  );
}

function sendText(words: Words, { mode, way, approval }: ComposerState, name: string): string {
  if (mode === 'note') return words.t('send.note');
  if (approval) return words.t('approval.submit');
  if (mode === 'private') return words.t('send.private', { name: name.split(' ')[0] ?? name });
  return words.t('send.public', { account: way?.accountName ?? '' });
}
