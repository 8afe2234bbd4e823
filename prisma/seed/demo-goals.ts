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
        text: 'Faire examiner le refus par le Conseil, avec une avocate de confiance',
        steps: [
          { text: 'Relire le refus avec l’interprète', doneAgo: 1 },
          { text: 'Demander à l’avocate si l’aide juridique est accordée', inDays: 9 },
          { text: 'Remettre le rapport médical à l’avocate', inDays: 13 },
        ],
      },
      { text: 'Retrouver le contact avec la sœur à Lille', reachedAgo: 12, steps: [] },
    ],
  },
  {
    of: mine[0],
    goals: [
      {
        text: 'Se sentir en sécurité la nuit',
        steps: [
          { text: 'Demander au centre une chambre avec une personne de même langue', doneAgo: 2 },
          { text: 'Parler avec la psychologue du centre', inDays: 10 },
        ],
      },
      { text: 'Savoir ce qui se passe au test d’âge, et pourquoi', steps: [] },
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
