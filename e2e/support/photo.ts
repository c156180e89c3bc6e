import type { Page } from '@playwright/test';

/** Stands for the place in the EXIF of a photo: it must not come out again. */
export const PLACE = 'GPS-CANARY-47.3769-8.5417';

/** A photo as a phone takes it, with EXIF: 64 by 48 pixels, made by the browser's own encoder. */
export async function takePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = 'rgb(200, 30, 30)';
      context.fillRect(0, 0, 64, 48);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  const picture = Buffer.from(base64, 'base64');
  const body = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${PLACE}`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([picture.subarray(0, 2), head, body, picture.subarray(2)]);
}

export const OFFER = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Title (Offer 7) >>\nendobj\ntrailer\n<<>>\n%%EOF\n');
