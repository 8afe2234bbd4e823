import 'server-only'
import * as z from 'zod'
import type { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import type { ConsentInput } from './consent.schema'
import { isSignature } from './signature.rules'
import { isSomeone } from './vocabulary.rules'

const proofs = z.strictObject({
  heardBy: z.string(),
  interpreterName: z.string(),
  statement: z.string(),
  drawing: z.string().refine((drawing) => drawing === '' || isSignature(drawing)),
})
/** By what one knows that it was answered so: who heard it, who interpreted, what was stated or drawn. */
type Proof = z.output<typeof proofs>
const NO_PROOF: Proof = { heardBy: '', interpreterName: '', statement: '', drawing: '' }

export const openProof = async (
  work: Work,
  place: ReturnType<typeof placeInFile>,
  encrypted: Uint8Array | null,
): Promise<Proof> => {
  if (encrypted === null) return NO_PROOF
  const opened = await work.fieldCrypto.read(place, encrypted, (text) => proofs.parse(JSON.parse(text)))
  // Damaged: nothing of it is guessed.
  return opened.ok ? opened.value : { ...NO_PROOF, statement: await work.fieldCrypto.sentence() }
}

/** What of it belongs to the form of the answer; null for nothing. */
export const toProof = ({
  form,
  interpreter,
  heardBy,
  interpreterName,
  statement,
  drawing,
}: ConsentInput) => {
  const proof: Proof = {
    heardBy: form === 'spoken' || form === 'stated' ? heardBy : '',
    interpreterName: isSomeone(interpreter) ? interpreterName : '',
    statement: form === 'stated' ? statement : '',
    drawing: form === 'drawn' ? drawing : '',
  }
  return Object.values(proof).every((one) => one === '') ? '' : JSON.stringify(proof)
}
