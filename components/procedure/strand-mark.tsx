import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import type { Strand } from '@/lib/procedure/strand.rules'

/** Grounds of the strands. The name is always said beside: a colour alone tells nothing. */
export const GROUNDS = {
  asylum: 'bg-accent',
  detention: 'bg-muted',
  guardianship: 'bg-late',
  other: 'bg-edge',
} as const satisfies Record<Strand, string>

/** Which procedure something belongs to, in a colour and a word. */
export const StrandMark = ({ strand, className }: { strand: Strand; className?: string }) => {
  const t = useTranslations('procedure')
  return (
    <span className={classNames('flex items-center gap-2 text-sm text-muted', className)}>
      <span aria-hidden="true" className={classNames('size-2.5 shrink-0 rounded-sm', GROUNDS[strand])} />
      {t(`strand.${strand}`)}
    </span>
  )
}
