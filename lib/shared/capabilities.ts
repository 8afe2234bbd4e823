import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What an account may read beside what its role gives it: exact figures of the open files of all offices, and those of restricted and
 * sealed files in years that are over. Two admins give it until a day; it opens no file (docs/adr/0140).
 */
export const CAPABILITIES = vocabulary('shared.capabilities', ['reads_figures', 'reads_sealed_figures'])
export type Capability = CodeOf<typeof CAPABILITIES>
