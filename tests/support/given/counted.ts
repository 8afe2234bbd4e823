import { newId } from '@/lib/shared/ids'

type Ask = (sql: string, values: unknown[]) => Promise<unknown>
type Answered = { readonly caseId: string; readonly personId: string }
export type Counting = 'given' | 'refused' | 'unasked'

/** What the nth of many answered: of fourteen one refused, one was never asked. */
export const usualAnswer = (n: number): Counting =>
  n % 14 === 5 ? 'refused' : n % 14 === 12 ? 'unasked' : 'given'

/** Answers about being counted, by voice and long before anyone was met; written past every policy, as what is given. */
export const givenAnswers = (
  ask: Ask,
  by: string,
  people: readonly Answered[],
  answerOf: (n: number) => Counting = usualAnswer,
): Promise<unknown> =>
  ask(
    `INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form,
                          given_by, is_minor, created_by)
     SELECT id, "caseId", "personId", 'statistics', 'house', '{}', answer, '2025-01-01', 'ti', 'none', 'spoken', 'self', false, $2
       FROM jsonb_to_recordset($1) AS r(id uuid, "caseId" uuid, "personId" uuid, answer text)`,
    [
      JSON.stringify(
        people.flatMap(({ caseId, personId }, n) => {
          const answer = answerOf(n)
          return answer === 'unasked' ? [] : [{ id: newId(), caseId, personId, answer }]
        }),
      ),
      by,
    ],
  )
