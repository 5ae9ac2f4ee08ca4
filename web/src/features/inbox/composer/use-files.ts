import { useCallback, useState } from 'react';
import type { ReplyWay } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { uploadFile } from '../../../api/files.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { toast } from '../../../ui/toasts.js';
import { changeDraft, draftOf } from './draft-store.js';

export interface Files {
  /** Names of the files that are on their way. */
  uploading: readonly string[];
  add: (files: readonly File[]) => void;
  remove: (id: string) => void;
}

/** Joins files to what is written; what the network would refuse is refused before it is sent anywhere. */
export function useFiles(ticketId: string, way: ReplyWay | null): Files {
  const words = useWords();
  const [uploading, setUploading] = useState<readonly string[]>([]);
  const upload = useCallback(
    async (file: File) => {
      setUploading((now) => [...now, file.name]);
      try {
        const stored = await uploadFile(file);
        changeDraft(ticketId, { files: [...draftOf(ticketId).files, stored] });
      } catch (error) {
        toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
      } finally {
        setUploading((now) => now.toSpliced(now.indexOf(file.name), 1));
      }
    },
    [ticketId, words],
  );
  const add = useCallback(
    (files: readonly File[]) => {
      if (!way) return;
      const room = way.maxFiles - draftOf(ticketId).files.length - uploading.length;
      const fitting = files.filter((file) => file.size <= way.maxFileBytes);
      if (fitting.length < files.length) {
        toast({ text: words.t('files.too-large', { max: words.bytes(way.maxFileBytes) }), tone: 'late' });
      }
      if (fitting.length > room) toast({ text: words.t('files.too-many', { max: way.maxFiles }), tone: 'late' });
      for (const file of fitting.slice(0, Math.max(0, room))) void upload(file);
    },
    [ticketId, way, words, uploading.length, upload],
  );
  const remove = useCallback(
    (id: string) => {
      changeDraft(ticketId, { files: draftOf(ticketId).files.filter((file) => file.id !== id) });
    },
    [ticketId],
  );
  return { uploading, add, remove };
}
