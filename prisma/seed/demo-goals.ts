import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Known } from './demo-people'
import type { Encrypter } from './encrypter'

type Step = { readonly text: string; readonly doneAgo?: number; readonly inDays?: number }
type Meant = {
  readonly of: Known | undefined
  readonly goals: readonly {
    readonly text: string
    readonly reachedAgo?: number
    readonly steps: readonly Step[]
  }[]
}

/** Plans of the demo: a refusal with its steps half done and a goal that was reached, and a stay in a closed centre. */
const plansOf = (mine: readonly Known[]): readonly Meant[] => [
  {
    of: mine[20],
    goals: [
      {
        text: 'Have the refusal looked at by the Council, with a lawyer one can trust',
        steps: [
          { text: 'Go through the refusal with the interpreter', doneAgo: 1 },
          { text: 'Ask the lawyer whether legal aid is granted', inDays: 9 },
          { text: 'Bring the medical report to the lawyer', inDays: 13 },
        ],
      },
      { text: 'Be in touch with the sister in Lille again', reachedAgo: 12, steps: [] },
    ],
  },
  {
    of: mine[0],
    goals: [
      {
        text: 'Feel safe at night',
        steps: [
          { text: 'Ask the centre for a room with somebody who speaks the same language', doneAgo: 2 },
          { text: 'Speak with the psychologist of the centre', inDays: 10 },
        ],
      },
      { text: 'Know what happens at the age test, and why', steps: [] },
    ],
  },
]

const insertGoal = async (
  tx: Prisma.TransactionClient,
  { caseId, worker }: Known,
  { text, reachedAgo, steps }: Meant['goals'][number],
  { today, encrypter }: { readonly today: Day; readonly encrypter: Encrypter },
): Promise<void> => {
  const encrypt = (table: 'goal' | 'task', id: string, said: string) =>
    encrypter.encrypt({ kind: 'file', id: caseId }, table, id, 'text', 1, said)
  /** An hour of a working day, so many days ago. */
  const moment = (ago: number): Date => new Date(toDate(addDays(today, -ago)).getTime() + 8 * 3_600_000)
  const goalId = newId()
  await tx.goal.createMany({
    data: [
      {
        id: goalId,
        caseId,
        textCipher: encrypt('goal', goalId, text),
        ...(reachedAgo === undefined
          ? {}
          : { state: 'reached', endedAt: moment(reachedAgo), endedBy: worker.id, version: 2 }),
        createdBy: worker.id,
        createdAt: moment(20),
      },
    ],
  })
  for (const step of steps) {
    const id = newId()
    await tx.task.createMany({
      data: [
        {
          id,
          caseId,
          goalId,
          textCipher: encrypt('task', id, step.text),
          assignedTo: worker.id,
          dueOn: step.inDays === undefined ? null : toDate(addDays(today, step.inDays)),
          ...(step.doneAgo === undefined
            ? {}
            : { doneAt: moment(step.doneAgo), doneBy: worker.id, version: 2 }),
          createdBy: worker.id,
          createdAt: moment(20),
        },
      ],
    })
  }
}

export const insertDemoGoals = async (
  tx: Prisma.TransactionClient,
  { mine, ...tools }: { readonly mine: readonly Known[]; readonly today: Day; readonly encrypter: Encrypter },
): Promise<void> => {
  for (const { of, goals } of plansOf(mine))
    for (const goal of goals) if (of !== undefined) await insertGoal(tx, of, goal, tools)
}
