import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { refusalText } from '../i18n/refusal-words.js';
import { useWords } from '../i18n/words-provider.js';
import { toast } from '../ui/toasts.js';
import { refusedOf } from './api-error.js';

/** A change that is told by a toast when it was refused; for forms, which show it in place, use `useMutation`. */
export function useAct<Input, Output>(
  run: (input: Input) => Promise<Output>,
  after?: (output: Output, input: Input) => void,
): UseMutationResult<Output, Error, Input> {
  const words = useWords();
  return useMutation({
    mutationFn: run,
    onSuccess: (output, input) => after?.(output, input),
    onError: (error) => {
      toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
    },
  });
}
