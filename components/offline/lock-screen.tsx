import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Unlocked } from '@/lib/device/device.types'
import { CodePad } from './code-pad'
import { useDevice } from './device'
import { FactsLink, UrgentNumbers } from './no-network'

const Answer = ({ answer }: { answer: Unlocked }) => {
  const t = useTranslations('offline.lock')
  if (answer.kind === 'open' || answer.kind === 'elsewhere' || answer.kind === 'locked') return null
  if (answer.kind === 'wait')
    return <Notice kind="error" title={t('wait', { seconds: Math.ceil(answer.seconds) })} />
  if (answer.kind === 'emptied') return <Notice kind="error" title={t('emptied')} />
  return <Notice kind="error" title={t('wrong', { left: answer.triesLeft })} />
}

/** Why nothing is here any more that was taken along; not which file it was for, nor whose. */
export const ToldToForget = () => {
  const t = useTranslations('offline.ordered')
  const device = useDevice()
  if (!device.wasToldToForget()) return null
  return (
    <Notice kind="late" title={t('title')}>
      <p>{t('what')}</p>
    </Notice>
  )
}

/** Before the code: it says nothing about who writes here, nor how much. */
export const LockScreen = () => {
  const t = useTranslations('offline')
  const device = useDevice()
  const [answer, setAnswer] = useState<Unlocked | null>(null)
  const [isBusy, setBusy] = useState(false)
  const unlock = async (code: string): Promise<void> => {
    setBusy(true)
    setAnswer(null)
    await device.tick()
    setAnswer(await device.unlock(code))
    setBusy(false)
  }
  return (
    <div className="grid gap-6">
      <title>{t('name')}</title>
      <h1>{t('lock.title')}</h1>
      {answer === null ? <ToldToForget /> : <Answer answer={answer} />}
      <div className="grid gap-2">
        <p>{isBusy ? t('lock.busy') : t('lock.what')}</p>
        <CodePad label={t('lock.what')} isBusy={isBusy} onWhole={(code) => void unlock(code)} />
      </div>
      <details>
        <summary className="flex min-h-11 items-center font-semibold">{t('lock.forgot')}</summary>
        <p className="max-w-prose">{t('lock.forgotWhat')}</p>
        <p className="mt-2">
          <a href="#prepare">{t('prepare.title')}</a>
        </p>
      </details>
      <section aria-labelledby="urgent" className="border-t border-hair pt-3">
        <h2 id="urgent" className="text-h3">
          {t('urgent')}
        </h2>
        <UrgentNumbers />
        <p className="mt-3">
          <FactsLink />
        </p>
      </section>
    </div>
  )
}

/** Another window of this browser has what is kept here. */
export const Elsewhere = () => {
  const t = useTranslations('offline.elsewhere')
  const device = useDevice()
  return (
    <div className="grid gap-4">
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <p>
        <Button onClick={() => void device.here()}>{t('here')}</Button>
      </p>
    </div>
  )
}
