import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { ConflictForm } from './conflict-form'

/** On every file, so that asking tells nothing of which file it was asked in. */
export const ConflictFold = () => (
  <Fold label={useTranslations('trafficking')('conflictTitle')}>
    <ConflictForm />
  </Fold>
)
