import type { LogRow } from '../history/line.ts';

/** A row as the driver gives it. */
export interface EventRow {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id?: string };
  readonly audience: string;
  readonly epoch: number;
  readonly cid: string | null;
  readonly at: Date;
  readonly data: {
    readonly messageId?: string;
    readonly text?: string;
    readonly interrupted?: boolean;
    readonly turnId?: string | null;
    readonly decision?: {
      readonly turnId: string;
      readonly move: object | null;
      readonly inputs: { readonly messageIds: readonly string[] };
    };
    readonly owner?: { readonly kind: string; readonly id?: string };
    readonly epoch?: number;
    readonly handoffId?: string;
    readonly deadlineAt?: string;
  };
}

/** What the checker judges of a row. */
export function toLogRow({ seq, id, type, actor, audience, epoch, cid, at, data }: EventRow): LogRow {
  const isMessage = type === 'message.sent';
  return {
    seq,
    id,
    type,
    actor: actor.kind,
    actorId: actor.id ?? null,
    audience,
    epoch,
    cid,
    at: at.getTime(),
    messageId: isMessage ? (data.messageId ?? null) : null,
    text: isMessage ? (data.text ?? null) : null,
    interrupted: data.interrupted ?? false,
    turnId: data.decision?.turnId ?? data.turnId ?? null,
    answers: data.decision?.inputs.messageIds ?? [],
    speaks: data.decision !== undefined && data.decision.move !== null,
    owner: type === 'owner.changed' ? (data.owner?.id ?? data.owner?.kind ?? null) : null,
    ownerEpoch: type === 'owner.changed' ? (data.epoch ?? null) : null,
    handoffId: data.handoffId ?? null,
    deadlineAt: data.deadlineAt ? Date.parse(data.deadlineAt) : null,
  };
}
