import { type FileAccepted, isId, SITE_HEADER, UPLOAD_HEADER, VISITOR_FILES_PATH } from '@baton/shared-types';
import { Controller, Get, HttpCode, Inject, Options, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Sites, type VisitorCaller, VisitorEntrance } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { FileShelf } from './file-shelf.service.js';
import { serveFile } from './serve-file.js';
import { VisitorUploads } from './visitor-uploads.service.js';

/** For pages of customers: who asks is proven by the visitor's token in a header, never by a cookie or an address. */
@Controller(VISITOR_FILES_PATH)
@Allow('visitor')
export class VisitorFilesController {
  constructor(
    @Inject(VisitorUploads) private readonly uploads: VisitorUploads,
    @Inject(FileShelf) private readonly shelf: FileShelf,
    @Inject(VisitorEntrance) private readonly entrance: VisitorEntrance,
    @Inject(Sites) private readonly sites: Sites,
  ) {}

  @Options()
  @HttpCode(204)
  async mayUpload(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.allow(request, reply, 'POST');
  }

  @Options(':id')
  @HttpCode(204)
  async mayGet(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.allow(request, reply, 'GET');
  }

  @Post()
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileAccepted> {
    await this.allow(request, reply, 'POST');
    return this.uploads.take(request, await this.entrance.recognize(callerOf(request)));
  }

  @Get(':id')
  async get(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<Buffer> {
    await this.allow(request, reply, 'GET');
    this.uploads.countRequest(request);
    const { principal } = await this.entrance.recognize(callerOf(request));
    if (!isId('fil', id)) throw new UserError('not_found');
    return serveFile(reply, await this.shelf.get(principal.workspaceId, id, principal));
  }

  /** A page may ask where a site may be embedded; whether it is this site, `recognize` says. */
  private async allow({ headers }: FastifyRequest, reply: FastifyReply, method: string): Promise<void> {
    reply
      .header('vary', 'origin')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    const { origin } = headers;
    if (!origin || !(await this.sites.isKnownOrigin(origin))) return;
    reply
      .header('access-control-allow-origin', origin)
      .header('access-control-allow-methods', method)
      .header('access-control-allow-headers', `authorization, content-type, ${SITE_HEADER}, ${UPLOAD_HEADER}`)
      .header('access-control-max-age', '600');
  }
}

function callerOf({ headers }: FastifyRequest): VisitorCaller {
  const siteKey = headers[SITE_HEADER];
  const [, token = ''] = /^Bearer ([\w-]{1,200})$/.exec(headers.authorization ?? '') ?? [];
  return { siteKey: typeof siteKey === 'string' ? siteKey : '', origin: headers.origin, token };
}
