import { Fragment } from 'react';

const address = /https?:\/\/[^\s<>"']+/gu;
/** Marks that end a sentence rather than an address. */
const trailing = /[),.;:!?\]}…»”]+$/u;

export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; href: string };

/** Text cut at its web addresses. Only http and https become links: other schemes can run code. */
function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const href = match[0].replace(trailing, '');
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', href });
    from = match.index + href.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Somebody else's words: shown as text, whatever they hold. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {textParts(text).map((part, index) =>
        part.kind === 'text' ? (
          <Fragment key={index}>{part.text}</Fragment>
        ) : (
          <OutsideLink key={index} href={part.href}>
            {part.href}
          </OutsideLink>
        ),
      )}
    </>
  );
}

/** A door to somewhere we do not control: it learns neither where it was opened from nor may it act on this page. */
export function OutsideLink({ href, children }: { href: string; children: React.ReactNode }) {
  if (!/^https?:\/\//iu.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
      {children}
    </a>
  );
}
