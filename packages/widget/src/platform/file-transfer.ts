/** Where files go and come from, and what proves who asks. */
export interface TransferLine {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Transfer {
  /** `status` 0: no answer came. `body`: the answer's JSON; null where it is none. */
  readonly done: Promise<{ readonly status: number; readonly body: unknown }>;
  cancel(): void;
}

/** Sends a file. Not `fetch`, which does not tell how far it is. `progress` gets shares of 1. */
export function uploadFile(
  { url, headers }: TransferLine,
  file: Blob,
  progress: (share: number) => void,
): Transfer {
  const request = new XMLHttpRequest();
  const done = new Promise<{ status: number; body: unknown }>((resolve) => {
    request.onloadend = () => resolve({ status: request.status, body: parse(request.responseText) });
  });
  request.open('POST', url);
  for (const name of Object.keys(headers)) request.setRequestHeader(name, `${headers[name]}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
  request.send(file);
  return { done, cancel: () => request.abort() };
}

/** The bytes of a file; null when they cannot be had. */
export async function fetchFile({ url, headers }: TransferLine): Promise<Blob | null> {
  try {
    const response = await fetch(url, { headers, credentials: 'omit' });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** Hands bytes over as a file. The type is one that no browser opens by itself. */
export function saveFile(name: string, bytes: Blob): void {
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/**
 * Draws a picture, as large as its canvas is: pages whose policy allows no pictures from elsewhere show it too. False
 * when it is none that the browser knows.
 */
export async function drawPicture(canvas: HTMLCanvasElement, bytes: Blob): Promise<boolean> {
  try {
    const { width, height } = canvas;
    const picture = await createImageBitmap(bytes, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    picture.close();
    return true;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
