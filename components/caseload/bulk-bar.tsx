'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { MOST_TOGETHER } from '@/lib/caseload/caseload-bulk.rules'
import type { Outcome } from '@/lib/caseload/caseload-bulk.schema'
import type { Option } from '@/lib/cases/word.view'
import { BulkForm, type BulkKind } from './bulk-form'
import { BulkOutcome } from './bulk-outcome'
import { useSelection } from './caseload-selection'

const KINDS = ['worker', 'stepOn', 'status'] as const satisfies readonly BulkKind[]
type Open = { readonly kind: BulkKind; readonly outcome: Outcome | null }

/**
 * What a coordinator does with several files at once. With something chosen it takes the place of the filters, so that no line moves,
 * and stays in sight. What became of each file is said before the list is seen again.
 */
export const BulkBar = ({
  colleagues,
  statuses,
  filters,
}: {
  colleagues: readonly Option[]
  statuses: readonly Option[]
  filters: ReactNode
}) => {
  const t = useTranslations('bulk')
  const { count, total, chooseMatching, clear } = useSelection()
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => {
    // What was chosen has been dealt with; what failed is chosen again with open eyes.
    if (open?.outcome) clear()
    setOpen(null)
  }
  const hasChosen = count > 0
  return (
    <>
      <div hidden={hasChosen}>{filters}</div>
      <section
        aria-label={t('select.bar')}
        className={
          hasChosen
            ? 'sticky top-0 z-10 lg:top-14 my-0.5 flex min-h-10.5 flex-wrap items-center gap-2 rounded border border-accent-edge bg-accent-soft px-3 py-0.5 print:hidden'
            : 'sr-only'
        }
      >
        <p role="status" className="num text-dense font-semibold">
          {t('select.chosen', { count })}
        </p>
        {hasChosen ? (
          <>
            <Button kind="plain" size="small" onClick={chooseMatching}>
              {t('select.matching', { total })}
            </Button>
            <Button kind="plain" size="small" onClick={clear}>
              {t('select.cleared')}
            </Button>
            {count > MOST_TOGETHER ? (
              <p className="text-sm text-late">{t('select.tooMany', { most: MOST_TOGETHER })}</p>
            ) : (
              KINDS.map((kind) => (
                <Button
                  key={kind}
                  kind="quiet"
                  size="small"
                  className="bg-surface"
                  onClick={() => setOpen({ kind, outcome: null })}
                >
                  {t(`${kind}`)}
                </Button>
              ))
            )}
          </>
        ) : null}
      </section>
      <Dialog
        isOpen={open !== null}
        onClose={close}
        title={open === null ? '' : open.outcome === null ? t(`${open.kind}`) : t('title')}
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
    </>
  )
}
