import { Injectable } from '@nestjs/common';
import { UserError } from '../kernel/errors.js';

/** Bytes of uploads that one node holds at the same time. */
const MOST_BYTES = 134_217_728;
/** Uploads of one address at the same time. */
const MOST_PER_ADDRESS = 4;

/** Room in memory for uploads, promised before the first byte is read. */
@Injectable()
export class UploadSlots {
  private bytes = 0;
  private readonly addresses = new Map<string, number>();

  /** Throws `too_many_requests` when there is no room now. The returned function gives it back. */
  take(address: string, bytes: number): () => void {
    const open = this.addresses.get(address) ?? 0;
    if (open >= MOST_PER_ADDRESS || this.bytes + bytes > MOST_BYTES) throw new UserError('too_many_requests');
    this.bytes += bytes;
    this.addresses.set(address, open + 1);
    return () => {
      this.bytes -= bytes;
      const left = (this.addresses.get(address) ?? 1) - 1;
      if (left === 0) this.addresses.delete(address);
      else this.addresses.set(address, left);
    };
  }
}
