import { z } from 'zod'
import type { Vocabulary } from '@/lib/shared/vocabulary'

/** A column or an answer of a function that holds a code of this vocabulary. Parsing throws UnknownCode for any other. */
export const storedCode = <C extends string>(list: Vocabulary<C>) => z.string().transform(list.read)
