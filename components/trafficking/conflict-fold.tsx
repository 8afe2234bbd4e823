import { useTranslations } from 'next-intl'
import { ConflictForm } from './conflict-form'
import { Fold } from './fold'

/** On every file, so that asking tells nothing of which file it was asked in. */
export const ConflictFold = () => (
  <Fold label={useTranslations('trafficking')('conflictTitle')}>
    <ConflictForm />
  </Fold>
)
