'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { sendHandover } from '@/lib/handovers/handover.actions'
import type { HandoverFile, HandoverPageData } from '@/lib/handovers/handover-page.data'
import { Notes } from './notes'
import { Receivers } from './receivers'
import { type Step, Steps } from './steps'
import { useChoices } from './use-choices'
import { useCommand } from './use-command'

/** A hand-over that is not sent, in steps: whom to ask for which file, the notes that go along, one look before it goes. */
export const Preparing = ({
  data,
  reasons,
}: {
  data: HandoverPageData
  /** Why a colleague is proposed, in words, by file. */
  reasons: Readonly<Record<string, string>>
}) => {
  const t = useTranslations('handovers')
  const { chosen, choose, state, trouble, settled } = useChoices(
    data.id,
    data.version,
    data.files.map(({ caseId, toStaffId }) => ({ caseId, toStaffId: toStaffId ?? '' })),
  )
  const { run, isBusy, trouble: sendTrouble } = useCommand(sendHandover)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (caseId: string): void => {
    const next = new Set(marked)
    if (!next.delete(caseId)) next.add(caseId)
    setMarked(next)
  }
  const [step, setStep] = useState<Step>('to')
  const heading = useRef<HTMLHeadingElement>(null)
  const goTo = (to: Step): void => {
    setStep(to)
    // What follows the steps is new; the keyboard goes there.
    requestAnimationFrame(() => heading.current?.focus())
  }
  const isChosen = ({ caseId }: HandoverFile): boolean => (chosen.get(caseId) ?? '') !== ''
  const inDanger = data.files.filter(({ dangers }) => dangers.length > 0)
  const without = data.files.filter((file) => !isChosen(file)).length
  const send = async (): Promise<void> => {
    const version = await settled()
    if (version !== null) await run({ handoverId: data.id, version })
  }
  const list = { data, reasons, chosen, choose, marked, toggle }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Steps step={step} onGo={goTo} fromStaffId={data.fromStaffId} />
      <p
        role="status"
        className={state === 'failed' ? 'font-semibold text-danger' : 'text-sm text-muted empty:hidden'}
      >
        {state === 'failed' ? trouble : state === 'idle' ? '' : t(`choice.${state}`)}
      </p>
      {step === 'to' ? (
        <Receivers
          {...list}
          heading={heading}
          onGive={(toStaffId) => {
            const mine = data.files.filter(
              ({ caseId, circle }) => marked.has(caseId) && (circle === null || circle.includes(toStaffId)),
            )
            choose(mine.map(({ caseId }) => ({ caseId, toStaffId })))
            setMarked(new Set())
          }}
          onClear={() => setMarked(new Set())}
        />
      ) : null}
      {step === 'notes' ? <Notes data={data} heading={heading} /> : null}
      {step === 'send' ? (
        <Card as="section" label={t('review')} className="grid gap-3">
          <h2 ref={heading} tabIndex={-1}>
            {t('review')}
          </h2>
          <ul className="grid gap-1">
            {data.receivers
              .map(({ id, name, load }) => {
                const theirs = data.files.filter(({ caseId }) => chosen.get(caseId) === id)
                return {
                  id,
                  name,
                  count: theirs.length,
                  after: theirs.reduce((sum, { weight }) => sum + weight, load),
                }
              })
              .filter(({ count }) => count > 0)
              .map(({ id, name, count, after }) => (
                <li key={id}>
                  {name}: <span className="num">{t('files', { count })}</span>{' '}
                  <span className="text-sm text-muted">{t('loadAfter', { load: after })}</span>
                </li>
              ))}
          </ul>
          {inDanger.every(isChosen) ? null : (
            <p className="max-w-prose font-semibold text-danger">
              <span aria-hidden="true">▲ </span>
              {t('dangerLeft', {
                open: inDanger.filter((file) => !isChosen(file)).length,
                all: inDanger.length,
              })}
            </p>
          )}
          {without === 0 ? null : (
            <Notice kind="late">
              <p>
                {t(data.kind === 'permanent' ? 'withoutPermanent' : 'withoutTemporary', { count: without })}
              </p>
            </Notice>
          )}
          <p className="max-w-prose text-muted">
            {t(data.kind === 'permanent' ? 'movesPermanent' : 'movesTemporary')}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => void send()} aria-disabled={isBusy}>
              {t('send', { count: data.files.length - without })}
            </Button>
            <p className="text-sm text-muted">{t('sendUndo')}</p>
            <p role="alert" className="font-semibold text-danger empty:hidden">
              {sendTrouble}
            </p>
          </div>
        </Card>
      ) : (
        <p>
          <Button kind="quiet" onClick={() => goTo(step === 'to' ? 'notes' : 'send')}>
            {t(step === 'to' ? 'step.toNotes' : 'step.toSend')}
          </Button>
        </p>
      )}
    </div>
  )
}
