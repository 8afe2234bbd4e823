import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { VisitForm } from '@/components/detention/visit-form'
import type { FormAction } from '@/components/forms/reply'
import { Notice } from '@/components/ui/notice'
import type { SealedState } from '@/lib/device/device.types'
import { useDevice, useOfDevice } from './device'
import { sealing } from './finishing'
import { SealedNotice } from './sealed-notice'
import { aboutOf, takenOf } from './taken'

/** A whole visit, in the form that is used with a network too. */
export const WriteVisit = ({ name }: { name: string }) => {
  const t = useTranslations('offline')
  const device = useDevice()
  const all = useOfDevice(takenOf)
  const [sealed, setSealed] = useState<SealedState | null>(null)
  const [problem, setProblem] = useState(false)
  const written = useRef<unknown>(null)
  if (all === null) return null
  const taken = all.find(({ id }) => id === aboutOf(name))
  const change = async (): Promise<void> => {
    if (sealed === null) return
    const changed = await device.change(sealed.id, name, written.current)
    if (changed.ok) setSealed(null)
    setProblem(!changed.ok)
  }
  if (sealed !== null)
    return (
      <div className="grid gap-4">
        <h1>{taken?.centre.label ?? t('form.visit')}</h1>
        <SealedNotice sealed={sealed} onChange={() => void change()} next={t('sealed.nextVisit')} />
        {problem ? <Notice kind="error">{t('sealed.sent')}</Notice> : null}
      </div>
    )
  if (taken === undefined)
    return (
      <div className="grid gap-4">
        <h1>{t('form.visit')}</h1>
        <Notice kind="late">{t('gone')}</Notice>
        <p>
          <a href="#home">{t('toHome')}</a>
        </p>
      </div>
    )
  const send: FormAction<SealedState> = (sent) => {
    written.current = sent.input
    return sealing(device, name)(sent)
  }
  return <VisitForm {...taken.writing} send={send} draftKey={name} outboxAction={null} onSaved={setSealed} />
}
