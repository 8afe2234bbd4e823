import { canonical } from '@/lib/shared/canonical'
import guardianship from './examples/guardianship.json'
import visitors from './examples/visitors.json'
import type { ExampleKey } from './file.rules'

const EXAMPLES: Readonly<Record<ExampleKey, unknown>> = { visitors, guardianship }

/** A configuration to begin with, all of it invented, as the text of a file. */
export const exampleText = (key: ExampleKey): string => `${canonical(EXAMPLES[key], 2)}\n`
