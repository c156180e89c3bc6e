import type { ReadonlySignal, signal } from '@preact/signals';

/** Why a file was not sent; each has words of its own. */
export type UploadProblem = 'refused' | 'tooLarge' | 'limit' | 'empty' | 'failed';

/** A file on its way. */
export interface PendingUpload {
  /** Also the client id of its message. */
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly problem: UploadProblem | null;
}

/** What a file is sent as; `File` in a browser. */
export interface OutgoingFile {
  readonly name: string;
  readonly size: number;
}

export interface UploadAttempt {
  /** `code`: of the refusal; null when it was accepted, empty when no answer came. */
  readonly done: Promise<{ readonly code: string | null }>;
  cancel(): void;
}

export interface UploadsOptions<F extends OutgoingFile> {
  /** Handed over: this file imports nothing of the chat's. */
  readonly signal: typeof signal;
  readonly newId: () => string;
  readonly maxBytes: () => number;
  /** Begins to send a file. Never rejects. */
  send(id: string, file: F, progress: (share: number) => void): UploadAttempt;
  /** It has been committed. */
  sent(upload: PendingUpload): void;
}

export interface UploadsModel<F extends OutgoingFile> {
  readonly uploads: ReadonlySignal<readonly PendingUpload[]>;
  add(files: readonly F[]): void;
  retry(id: string): void;
  /** Breaks it off, or puts a failed one away. */
  remove(id: string): void;
}

const PROBLEMS: Readonly<Record<string, UploadProblem>> = {
  file_refused: 'refused',
  file_too_large: 'tooLarge',
  file_limit: 'limit',
  files_off: 'limit',
};

/** Sends files one after the other, in the order in which they were chosen; a retry is the same message again. */
export function createUploads<F extends OutgoingFile>(options: UploadsOptions<F>): UploadsModel<F> {
  const uploads = options.signal<readonly PendingUpload[]>([]);
  const files = new Map<string, F>();
  let running: { readonly id: string; readonly attempt: UploadAttempt } | null = null;

  function change(id: string, part: Partial<PendingUpload>): void {
    uploads.value = uploads.peek().map((upload) => (upload.id === id ? { ...upload, ...part } : upload));
  }

  function forget(id: string): void {
    files.delete(id);
    uploads.value = uploads.peek().filter((upload) => upload.id !== id);
  }

  async function pump(): Promise<void> {
    const next = uploads.peek().find(({ problem }) => problem === null);
    const file = next && files.get(next.id);
    if (running || !next || !file) return;
    const { id } = next;
    const attempt = options.send(id, file, (share) => change(id, { share }));
    running = { id, attempt };
    const { code } = await attempt.done;
    running = null;
    if (files.has(id)) {
      if (code === null) {
        forget(id);
        options.sent(next);
      } else {
        change(id, { problem: PROBLEMS[code] ?? 'failed', share: 0 });
      }
    }
    void pump();
  }

  return {
    uploads,
    add(chosen) {
      for (const file of chosen) {
        const id = options.newId();
        files.set(id, file);
        uploads.value = [...uploads.peek(), { id, name: file.name, share: 0, problem: problemOf(file) }];
      }
      void pump();
    },
    retry(id) {
      change(id, { problem: null });
      void pump();
    },
    remove(id) {
      forget(id);
      if (running?.id === id) running.attempt.cancel();
    },
  };

  function problemOf({ size }: F): UploadProblem | null {
    if (size === 0) return 'empty';
    return size > options.maxBytes() ? 'tooLarge' : null;
  }
}
