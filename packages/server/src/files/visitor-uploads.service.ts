import type { FileAccepted } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/index.js';
import { RateLimits, type RecognizedVisitor, VisitorConsents } from '../identity/index.js';
import { addressKey, clientAddress } from '../kernel/client-address.js';
import { Files } from './files.service.js';
import { announcedLength, readUpload } from './read-upload.adapter.js';
import { readUploadHead, type VisitorUploadHead, visitorUploadHead } from './upload-head.schema.js';
import { UploadSlots } from './upload-slots.service.js';

const NOWHERE = { page: { url: '', title: '', referrer: '' }, locale: 'en' };

/** Takes what a recognized visitor uploads: counted as a message, within the room that there is. */
@Injectable()
export class VisitorUploads {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Files) private readonly files: Files,
    @Inject(UploadSlots) private readonly slots: UploadSlots,
    @Inject(RateLimits) private readonly rates: RateLimits,
    @Inject(VisitorConsents) private readonly consents: VisitorConsents,
  ) {}

  async take(
    request: FastifyRequest,
    { site, principal, identity }: RecognizedVisitor,
  ): Promise<FileAccepted> {
    const { raw } = request;
    const address = this.addressOf(request);
    const { context, ...head } = readUploadHead<VisitorUploadHead>(request, visitorUploadHead);
    const consent = await this.consents.require(site, principal);
    this.rates.takeMessage({ visitorId: principal.visitorId, siteId: principal.siteId, address });
    const { page, locale, timeZone } = { ...NOWHERE, timeZone: site.timeZone, ...context };
    const length = announcedLength(raw, this.files.mostBytes);
    const leave = this.slots.take(address, length);
    try {
      return await this.files.fromVisitor(
        site,
        { ...principal, page, locale, timeZone, identity, consent },
        { head, read: () => readUpload(raw, length) },
      );
    } finally {
      leave();
    }
  }

  /** Every answer reads a whole file: an address may ask as often as for anything else. */
  countRequest(request: FastifyRequest): void {
    this.rates.takeRequest(this.addressOf(request));
  }

  private addressOf({ raw: { socket, headers } }: FastifyRequest): string {
    const { TRUSTED_PROXY_HOPS } = this.config;
    return addressKey(clientAddress(socket.remoteAddress, headers['x-forwarded-for'], TRUSTED_PROXY_HOPS));
  }
}
