import type { FileRecord } from '@baton/shared-types';
import { fileSize } from '../../i18n/file-size.js';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import './sent-file.css';

/** The longest side of a preview, in CSS pixels. */
const PREVIEW = 280;

/** A file in the thread: a picture is shown, everything can be downloaded. What it is, the server has looked up. */
export function SentFile({ sent, address }: { readonly sent: FileRecord; readonly address: string }) {
  const { name, size, width, height } = sent;
  const words = texts().files;
  const scale = width && height ? Math.min(1, PREVIEW / Math.max(width, height)) : 0;
  return (
    <div class="sent-file">
      {width && height && (
        <img
          class="sent-picture"
          src={address}
          alt={name}
          loading="lazy"
          decoding="async"
          width={Math.max(1, Math.round(width * scale))}
          height={Math.max(1, Math.round(height * scale))}
        />
      )}
      <span class="sent-line">
        <a class="sent-name" href={address} download={name} aria-label={words.download(name)}>
          <Icon name="download" />
          <bdi>{name}</bdi>
        </a>
        <span class="sent-size">{fileSize(size)}</span>
      </span>
    </div>
  );
}
