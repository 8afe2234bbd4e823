'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { HandoverFile, HandoverPageData } from '@/lib/handovers/handover-page.data'
import { CalmFold } from './calm-fold'
import { FileTable, type ListProps } from './file-table'
import { ReceiverPick } from './receiver-pick'

/** Accreditations for a centre of these files that end too soon to count on, each once. */
const useEndings = ({ receivers, files, neededUntil }: HandoverPageData): readonly string[] => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const centres = new Map(
    files.flatMap(({ centreIds, place }) =>
      place === null ? [] : centreIds.map((id) => [id, place] as const),
    ),
  )
  return receivers.flatMap(({ name, accreditations }) =>
    accreditations.flatMap(({ placeId, until }) => {
      const place = centres.get(placeId)
      return place === undefined || until >= neededUntil
        ? []
        : [t('ending', { name, centre: labelIn(place, locale), day: formatTime(locale, until, 'day') })]
    }),
  )
}

/** Whom to ask: first one choice for each file in danger, then all the others at once. */
export const Receivers = ({
  onGive,
  onClear,
  heading,
  ...list
}: ListProps & {
  heading: RefObject<HTMLHeadingElement | null>
  onGive: (toStaffId: string) => void
  onClear: () => void
}) => {
  const t = useTranslations('handovers')
  const { data, chosen, choose, marked } = list
  const endings = useEndings(data)
  const isOpen = ({ caseId }: HandoverFile): boolean => (chosen.get(caseId) ?? '') === ''
  const inDanger = data.files.filter(({ dangers }) => dangers.length > 0)
  const calm = data.files.filter(({ dangers }) => dangers.length === 0)
  const [open, restricted] = [
    calm.filter(({ isRestricted }) => !isRestricted),
    calm.filter(({ isRestricted }) => isRestricted),
  ]
  const free = calm.filter((file) => file.suggestion !== null && isOpen(file))
  const left = inDanger.filter(isOpen).length
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {t('step.to')}
      </h2>
      {inDanger.length === 0 && endings.length === 0 ? null : (
        <div
          className={classNames(
            'rounded border-s-4 px-4 py-2.5',
            left > 0 ? 'border-danger bg-danger-soft' : 'border-late bg-late-soft',
          )}
        >
          {inDanger.length === 0 ? null : (
            <p className={left > 0 ? 'font-semibold text-danger' : undefined}>
              {left > 0
                ? t('dangerLeft', { open: left, all: inDanger.length })
                : t('dangerChosen', { count: inDanger.length })}
            </p>
          )}
          {endings.map((words) => (
            <p key={words} className="text-sm">
              {words}
            </p>
          ))}
        </div>
      )}
      {inDanger.length === 0 ? null : (
        <FileTable caption={t('dangerFiles', { count: inDanger.length })} files={inDanger} {...list} />
      )}
      {/* Above what it is about: one press takes them all, folded or not. */}
      <p>
        <Button
          kind={free.length === 0 ? 'quiet' : 'primary'}
          aria-disabled={free.length === 0}
          onClick={() =>
            choose(
              free.flatMap(({ caseId, suggestion }) =>
                suggestion === null ? [] : [{ caseId, toStaffId: suggestion.staffId }],
              ),
            )
          }
        >
          {t('takeAll', { count: free.length })}
        </Button>
      </p>
      <CalmFold count={calm.length}>
        <FileTable caption={t('openFiles')} files={open} {...list} />
        {restricted.length === 0 ? null : (
          <section aria-labelledby="members-only" data-print="no" className="mt-3 grid gap-2">
            <h3 id="members-only">{t('restrictedTitle')}</h3>
            <p className="max-w-prose text-muted">{t('restrictedWhat')}</p>
            <FileTable caption={t('restrictedTitle')} files={restricted} {...list} />
          </section>
        )}
      </CalmFold>
      <p className="max-w-prose text-sm text-muted">
        {data.sealed === 0 ? null : `${t('sealedStay', { count: data.sealed })} `}
        {t('othersWhat')}
      </p>
      {marked.size === 0 ? null : (
        <section
          aria-label={t('selection.bar')}
          className="z-10 flex flex-wrap items-center gap-3 rounded border border-edge bg-surface px-4 py-2 lg:sticky lg:bottom-2 lg:shadow-layer"
        >
          <p role="status" className="num font-semibold">
            {t('selection.count', { count: marked.size })}
          </p>
          <ReceiverPick
            label={t('selection.to')}
            receivers={data.receivers}
            empty={t('choose')}
            press={t('selection.give')}
            onPick={onGive}
          />
          <Button kind="plain" size="small" onClick={onClear}>
            {t('selection.clear')}
          </Button>
        </section>
      )}
    </>
  )
}
