import type { WorkspaceId } from '@baton/shared-types';
import { escapeLiteral } from 'pg';
import type { Transaction } from '../src/database/index.js';
import type { ScratchDatabase } from './scratch-database.js';

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of tables that were read to execute the plan, also those that were not wanted. */
function rowsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, each) => sum + rowsRead(each), 0);
  if (node['Relation Name'] === undefined) return below;
  const passed = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  return below + (passed + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];
}

const literal = (value: unknown) =>
  Array.isArray(value) ? escapeLiteral(`{${value.join(',')}}`) : escapeLiteral(String(value));

/** Runs what a repository asks, and once more as the database would plan it for these values and for any; the rows read each time. */
export async function countRowsRead(
  { unitOfWork }: ScratchDatabase,
  workspaceId: WorkspaceId,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<readonly number[]> {
  const counts: number[] = [];
  await unitOfWork.inWorkspace(workspaceId, async (tx) => {
    const executed: Promise<unknown>[] = [];
    const explain = async <Row>(sql: string, parameters: readonly unknown[]) => {
      const rows = await tx.query<Row>(sql, parameters);
      await tx.query(`PREPARE asked AS ${sql}`);
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await tx.query(`SET LOCAL plan_cache_mode = ${mode}`);
        const [answer] = await tx.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked(${parameters.map(literal).join(', ')})`,
        );
        counts.push(...(answer?.['QUERY PLAN'] ?? []).map(({ Plan }) => rowsRead(Plan)));
      }
      await tx.query('DEALLOCATE asked');
      return rows;
    };
    // What is asked for together is explained one after the other.
    let before: Promise<unknown> = Promise.resolve();
    const explained: Transaction = {
      query: <Row>(sql: string, parameters: readonly unknown[] = []) => {
        const answer = before.then(() => explain<Row>(sql, parameters));
        before = answer;
        return answer;
      },
      execute: (sql, parameters = []) => void executed.push(explained.query(sql, parameters)),
    };
    await work(explained);
    await Promise.all(executed);
  });
  return counts;
}
