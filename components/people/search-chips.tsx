import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import type { ShownChip } from '@/lib/people/search.schema'
import { vocabulary } from '@/lib/shared/vocabulary'

const KINDS = vocabulary('components.search-chips', [
  'name',
  'code',
  'number',
  'country',
  'sex',
  'age',
  'place',
  'worker',
  'period',
])

/** What was understood of a sentence: each part can be left out, or be said to be certain. */
export const SearchChips = ({
  chips,
  onRemove,
  onLock,
}: {
  chips: readonly ShownChip[]
  onRemove: (id: string) => void
  onLock: (id: string, isLocked: boolean) => void
}) => {
  const t = useTranslations('find')
  const locale = useLocale()
  const said = ({ kind, label }: ShownChip): string => {
    if (kind === 'sex') return t(label === 'f' ? 'sex.f' : 'sex.m')
    if (kind === 'age') return t('age', { range: label })
    if (kind !== 'period') return label
    const [from = '', to = ''] = label.split(' ')
    return t('period', { from: formatTime(locale, from, 'day'), to: formatTime(locale, to, 'day') })
  }
  return (
    <section aria-labelledby="understood" className="grid gap-2">
      <h2 id="understood" className="text-sm font-semibold text-muted">
        {t('understood')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {chips.map((chip) => {
          const kind = KINDS.read(chip.kind)
          return (
            <li
              key={chip.id}
              className="flex flex-wrap items-center gap-1 rounded border border-hair bg-surface ps-3"
            >
              <span>
                <span className="text-sm text-muted">{t(`chip.${kind}`)}</span>{' '}
                <bdi className="font-semibold">{said(chip)}</bdi>
              </span>
              <Button
                kind={chip.isLocked ? 'primary' : 'plain'}
                size="small"
                aria-pressed={chip.isLocked}
                onClick={() => onLock(chip.id, !chip.isLocked)}
              >
                {t('lock')}
                <span className="sr-only">: {said(chip)}</span>
              </Button>
              <Button kind="plain" size="small" onClick={() => onRemove(chip.id)}>
                {t('remove')}
                <span className="sr-only">: {said(chip)}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
