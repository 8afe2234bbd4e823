'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Dialog } from '@/components/ui/dialog'
import { MOST_TOGETHER } from '@/lib/caseload/caseload-bulk.rules'
import type { Outcome } from '@/lib/caseload/caseload-bulk.schema'
import type { Option } from '@/lib/cases/word.view'
import { BulkForm, type BulkKind } from './bulk-form'
import { BulkOutcome } from './bulk-outcome'
import { useSelection } from './caseload-selection'

const KINDS = ['worker', 'stepOn', 'status'] as const satisfies readonly BulkKind[]
type Open = { readonly kind: BulkKind; readonly outcome: Outcome | null }

/** What a coordinator does with several files at once. What became of each file is said before the list is seen again. */
export const BulkBar = ({
  colleagues,
  statuses,
}: {
  colleagues: readonly Option[]
  statuses: readonly Option[]
}) => {
  const t = useTranslations('caseload')
  const { count, total, choosePage, chooseMatching, clear } = useSelection()
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => {
    // What was chosen has been dealt with; what failed is chosen again with open eyes.
    if (open?.outcome) clear()
    setOpen(null)
  }
  return (
    <section
      aria-label={t('select.bar')}
      // Only with something chosen it stays in sight; before, the list is what one came for.
      className={classNames(
        'z-10 flex flex-wrap items-center gap-2 print:hidden',
        count === 0
          ? '-ms-3 -my-2'
          : 'rounded border border-edge bg-surface px-4 py-2 lg:sticky lg:top-2 lg:shadow-layer',
      )}
    >
      <p role="status" className={count === 0 ? 'sr-only' : 'num me-2 font-semibold'}>
        {t('select.chosen', { count })}
      </p>
      <Button kind="plain" size="small" onClick={choosePage}>
        {t('select.page')}
      </Button>
      <Button kind="plain" size="small" onClick={chooseMatching}>
        {t('select.matching', { total })}
      </Button>
      {count === 0 ? null : (
        <Button kind="plain" size="small" onClick={clear}>
          {t('select.cleared')}
        </Button>
      )}
      {count > MOST_TOGETHER ? (
        <p className="text-late">{t('select.tooMany', { most: MOST_TOGETHER })}</p>
      ) : null}
      {count === 0 || count > MOST_TOGETHER
        ? null
        : KINDS.map((kind) => (
            <Button key={kind} kind="quiet" size="small" onClick={() => setOpen({ kind, outcome: null })}>
              {t(`bulk.${kind}`)}
            </Button>
          ))}
      <Dialog
        isOpen={open !== null}
        onClose={close}
        title={open === null ? '' : open.outcome === null ? t(`bulk.${open.kind}`) : t('bulk.title')}
      >
        {open === null ? null : open.outcome === null ? (
          <BulkForm
            kind={open.kind}
            colleagues={colleagues}
            statuses={statuses}
            onDone={(outcome) => setOpen({ kind: open.kind, outcome })}
          />
        ) : (
          <BulkOutcome kind={open.kind} outcome={open.outcome} onClose={close} />
        )}
      </Dialog>
    </section>
  )
}
