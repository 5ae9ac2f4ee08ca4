import { compile } from 'html-to-text';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const asText = compile({
  wordwrap: false,
  // Customers' HTML is hostile: thousands of nested tags must not exhaust the stack.
  limits: { maxDepth: 50, maxInputLength: 500_000 },
  selectors: [
    {
      selector: 'a',
      options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] },
    },
    // Their addresses say nothing that the names do not.
    { selector: 'a.mention', format: 'anchor', options: { ignoreHref: true } },
    { selector: 'a.hashtag', format: 'anchor', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    // The address of the quoted post, for software that knows no quotes (Mastodon 4.5).
    { selector: 'p.quote-inline', format: 'skip' },
    { selector: 'span.quote-inline', format: 'skip' },
    ...headings.map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
});

/** The text of a status as a person reads it: paragraphs and line breaks stay, links keep their address. */
export function htmlText(html: string): string {
  return asText(html).trim();
}
