import { useState } from 'react';
import type { AttachmentView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { Icon } from '../../../ui/icon.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { OutsideLink } from '../../../ui/linked-text.js';
import { ownFile } from '../own-file.js';
import css from './attachments.module.css';

const pictures = ['image', 'gif', 'sticker'];
const sounds = ['audio', 'voice'];

/** What came with a message. Only our own copies are shown in place; for the rest there is a link to the network. */
export function Attachments({ attachments }: { attachments: readonly AttachmentView[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className={css.list}>
      {attachments.map((one, index) => (
        <li key={index}>
          <Attachment one={one} />
        </li>
      ))}
    </ul>
  );
}

function Attachment({ one }: { one: AttachmentView }) {
  const file = ownFile(one.fileUrl);
  if (one.type === 'location') return <Place one={one} />;
  if (file === null) return <Elsewhere one={one} />;
  if (pictures.includes(one.type)) return <Picture one={one} src={file} />;
  if (one.type === 'video') return <video className={css.video} controls preload="metadata" src={file} />;
  if (sounds.includes(one.type)) return <audio className={css.audio} controls preload="metadata" src={file} />;
  return <Download one={one} href={file} />;
}

function Picture({ one, src }: { one: AttachmentView; src: string }) {
  const words = useWords();
  const [zoomed, setZoomed] = useState(false);
  const name = one.title ?? one.name ?? words.t('attachment.image');
  return (
    <>
      <button
        type="button"
        className={css.picture}
        data-small={one.type === 'sticker' || undefined}
        aria-label={words.t('attachment.zoom', { name })}
        onClick={() => {
          setZoomed(true);
        }}
      >
        <img src={src} alt={name} loading="lazy" />
      </button>
      <Dialog
        opened={zoomed}
        onClose={() => {
          setZoomed(false);
        }}
        title={name}
        closeLabel={words.t('shell.close')}
        size="lg"
      >
        <img className={css.zoomed} src={src} alt={name} />
      </Dialog>
    </>
  );
}

function Download({ one, href }: { one: AttachmentView; href: string }) {
  return (
    <a className={css.file} href={href} download={one.name ?? ''}>
      <Icon name="file" size={18} />
      <NameOf one={one} />
    </a>
  );
}

const icons: Readonly<Record<string, IconName>> = {
  image: 'image',
  gif: 'image',
  sticker: 'image',
  link: 'outside',
  contact: 'person',
};

function Elsewhere({ one }: { one: AttachmentView }) {
  const words = useWords();
  const content = (
    <span className={css.file}>
      <Icon name={icons[one.type] ?? 'file'} size={18} />
      <span>
        <NameOf one={one} />
        {one.sourceUrl === null ? (
          <span className={css.about}>{words.t('attachment.not-copied')}</span>
        ) : (
          one.type !== 'link' && <span className={css.about}>{words.t('attachment.at-network')}</span>
        )}
      </span>
    </span>
  );
  return one.sourceUrl === null ? content : <OutsideLink href={one.sourceUrl}>{content}</OutsideLink>;
}

function Place({ one }: { one: AttachmentView }) {
  const words = useWords();
  const content = (
    <span className={css.file}>
      <Icon name="pin" size={18} />
      <span>{one.title ?? words.t('attachment.location')}</span>
    </span>
  );
  if (one.latitude === null || one.longitude === null) return content;
  const at = `${String(one.latitude)}/${String(one.longitude)}`;
  return <OutsideLink href={`https://www.openstreetmap.org/#map=16/${at}`}>{content}</OutsideLink>;
}

function NameOf({ one }: { one: AttachmentView }) {
  const words = useWords();
  const kinds = {
    image: 'image',
    gif: 'image',
    sticker: 'image',
    video: 'video',
    audio: 'audio',
    voice: 'voice',
    contact: 'contact',
    unsupported: 'unsupported',
    link: 'link',
  } as const;
  const kind = Object.entries(kinds).find(([type]) => type === one.type)?.[1] ?? 'file';
  return <span className={css.name}>{one.title ?? one.name ?? words.t(`attachment.${kind}`)}</span>;
}
