import 'server-only'
import { openBytes } from '@/lib/crypto/envelope'
import { unwrap } from '@/lib/crypto/keyring'
import { placeInFile, wrapContext } from '@/lib/db/field-crypto'
import { type Answers, answersSchema } from './account.schema'

/** The answers of an account as the database hands them out to be counted, with the key of their file (docs/adr/0141). */
type SealedAnswers = {
  readonly caseId: string
  readonly accountId: string
  readonly answers: Uint8Array
  readonly keyId: string
  readonly wrapped: Uint8Array
}

/**
 * Opens them in memory, beside the field encryption of a request: that one asks row-level security for the key, which no reader of figures
 * gets. Null where a bit, the key or the place is wrong.
 */
export const openSealedAnswers = ({
  caseId,
  accountId,
  answers,
  keyId,
  wrapped,
}: SealedAnswers): Answers | null => {
  const { holder, ...at } = placeInFile(caseId, {
    table: 'trafficking_account',
    row: accountId,
    column: 'answers',
  })
  try {
    const key = { id: keyId, bytes: unwrap(wrapped, wrapContext(holder, keyId)) }
    return answersSchema.parse(JSON.parse(openBytes(key, at, answers).toString('utf8')))
  } catch {
    return null
  }
}
