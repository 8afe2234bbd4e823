import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import { InstallHint } from '@/components/layout/install-hint'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { askServer } from '@/lib/offline/ask-server'
import { type Prepared, preparedSchema, prepareSchema } from '@/lib/submissions/wire.schema'
import { CodePad } from './code-pad'
import { useDevice } from './device'
import { useLive } from './use-live'

const NO_ANSWER = { wrongPassword: 'passwordWrong', signedOut: 'signInAgain' } as const

const prepare: FormAction<Prepared> = async ({ input }) => {
  const answer = await askServer('/api/device/prepare', preparedSchema, input)
  if (answer.ok) return answer
  if (answer.code === 'forbidden')
    return { ok: false, code: NO_ANSWER.wrongPassword, fields: { password: NO_ANSWER.wrongPassword } }
  return { ok: false, code: answer.code === 'signedOut' ? NO_ANSWER.signedOut : answer.code }
}

const PasswordForm = ({ onGiven }: { onGiven: (given: Prepared) => void }) => {
  const t = useTranslations('offline.prepare')
  const isLive = useLive()
  const device = useDevice()
  return (
    <Form
      schema={async () => prepareSchema}
      defaultValues={{ password: '', name: t('nameGiven'), device: device.id() }}
      action={prepare}
      confirmation={null}
      onSaved={onGiven}
    >
      <p className="max-w-prose">{t('what')}</p>
      {isLive ? null : <Notice kind="late">{t('needsNetwork')}</Notice>}
      <TextField name="name" label={t('name')} hint={t('nameHint')} width="name" maxLength={60} />
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('password')}
        width="name"
      />
      <FormFooter>{t('go')}</FormFooter>
    </Form>
  )
}

const ShownCode = ({ onNoted }: { onNoted: (code: string) => void }) => {
  const t = useTranslations('offline.prepare')
  const device = useDevice()
  const [code, setCode] = useState(device.newCode)
  return (
    <div className="grid gap-4">
      <h2>{t('code')}</h2>
      <p
        translate="no"
        className="num rounded border border-edge bg-surface px-4 py-4 text-center font-sans text-h1 font-semibold"
      >
        {code.match(/../g)?.join(' ')}
      </p>
      <p className="max-w-prose">{t('codeWhat')}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => onNoted(code)}>{t('noted')}</Button>
        <Button kind="quiet" onClick={() => setCode(device.newCode())}>
          {t('other')}
        </Button>
      </div>
    </div>
  )
}

/** Typed back, so that no one finds out at the gate that it was noted wrong. */
const TypedBack = ({
  code,
  given,
  onDone,
  onAgain,
}: {
  code: string
  given: Prepared
  onDone: (isPersistent: boolean) => void
  onAgain: () => void
}) => {
  const t = useTranslations('offline.prepare')
  const device = useDevice()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<'differs' | 'failed' | null>(null)
  const compare = async (typed: string): Promise<void> => {
    if (typed !== code) return setFault('differs')
    setBusy(true)
    const isPersistent = await navigator.storage.persist().catch(() => false)
    const prepared = await device.prepare(given, code)
    setBusy(false)
    if (prepared.ok) onDone(isPersistent)
    else setFault('failed')
  }
  return (
    <div className="grid gap-4">
      <h2>{t('back')}</h2>
      {fault === null ? null : <Notice kind="error" title={t(fault)} />}
      <CodePad label={t('back')} isBusy={isBusy} onWhole={(typed) => void compare(typed)} />
      <p>
        <Button kind="quiet" onClick={onAgain}>
          {t('showAgain')}
        </Button>
      </p>
    </div>
  )
}

/** Makes this browser one that can take a visit along: the password again, a code for it, and what the browser says of keeping. */
export const PreparePage = () => {
  const t = useTranslations('offline.prepare')
  const locale = useLocale()
  const [given, setGiven] = useState<Prepared | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [isPersistent, setPersistent] = useState<boolean | null>(null)
  const step = (): React.ReactNode => {
    if (isPersistent !== null)
      return (
        <div className="grid gap-4">
          <Notice kind="success" title={t('done')}>
            <p>{t(isPersistent ? 'persistent' : 'notPersistent')}</p>
          </Notice>
          <InstallHint />
          <p className="flex flex-wrap gap-3">
            <a href="/" className={buttonClass('primary')}>
              {t('toToday')}
            </a>
            <a href="#home" className={buttonClass('quiet')}>
              {t('toHome')}
            </a>
          </p>
        </div>
      )
    if (given === null) return <PasswordForm onGiven={setGiven} />
    if (code === null) return <ShownCode onNoted={setCode} />
    return <TypedBack code={code} given={given} onDone={setPersistent} onAgain={() => setCode(null)} />
  }
  return (
    <div className="grid gap-5" lang={locale}>
      <h1>{t('title')}</h1>
      {step()}
    </div>
  )
}
