import type { InFourLanguages } from '@/lib/deadlines/edition.data'
import { useDeadlineLabels } from './deadline-labels'

/** When a rule does not hold; nothing for a rule that another country's file brought without saying it. */
export const ExceptionLine = ({ exception }: { exception: InFourLanguages | undefined }) => {
  const { t, said } = useDeadlineLabels()
  return exception === undefined ? null : (
    <span className="block max-w-prose text-sm">{t('rules.exception', { text: said(exception) })}</span>
  )
}
