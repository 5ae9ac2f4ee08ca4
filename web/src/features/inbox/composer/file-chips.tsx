import { Loader } from '@mantine/core';
import type { StoredFile } from '../../../api/files.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import css from './composer.module.css';

interface FileChipsProps {
  files: readonly StoredFile[];
  uploading: readonly string[];
  onRemove: (id: string) => void;
}

export function FileChips({ files, uploading, onRemove }: FileChipsProps) {
  const words = useWords();
  if (files.length === 0 && uploading.length === 0) return null;
  return (
    <ul className={css.files} aria-label={words.t('files.label')}>
      {files.map((file) => (
        <li key={file.id} className={css.file}>
          <Icon name={file.mime.startsWith('image/') ? 'image' : 'file'} size={15} />
          <span className={css.cut}>{file.name}</span>
          <span className={css.size}>{words.bytes(file.size)}</span>
          <IconButton
            icon="close"
            label={words.t('files.remove', { name: file.name })}
            onClick={() => {
              onRemove(file.id);
            }}
          />
        </li>
      ))}
      {uploading.map((name, index) => (
        <li key={`${name}-${String(index)}`} className={css.file} data-uploading="">
          <Loader size={14} />
          <span className={css.cut}>{name}</span>
        </li>
      ))}
    </ul>
  );
}
