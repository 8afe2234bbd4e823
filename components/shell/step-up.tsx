import { NextIntlClientProvider, useMessages } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { askBy } from '@/components/forms/with-step-up'
import { Dialog } from '@/components/ui/dialog'
import type { Locale } from '@/lib/i18n/locales'

const bring = async (locale: Locale) => {
  const [{ ConfirmForm }, { bringConfirm: bringWords }] = await Promise.all([
    import('@/components/accounts/confirm-form'),
    import('@/components/accounts/confirm-words'),
  ])
  return { ConfirmForm, words: await bringWords(locale) }
}
type Asked = {
  readonly room: Awaited<ReturnType<typeof bring>>
  readonly answer: (isProved: boolean) => void
}

/** Asks over the page who the person is, when the server wants it for what was pressed. Everything below stays as it was typed. */
export const StepUp = ({ locale }: { locale: Locale }) => {
  const said = useMessages()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isOpen, setOpen] = useState(false)
  const running = useRef<Promise<boolean> | null>(null)
  useEffect(() => {
    const ask = async (): Promise<boolean> => {
      const room = await bring(locale).catch(() => null)
      if (room === null) return false
      return new Promise((answer) => {
        setAsked({ room, answer })
        setOpen(true)
      })
    }
    // Two that ask at once are answered by one proof.
    return askBy(() => {
      running.current ??= ask().finally(() => {
        running.current = null
      })
      return running.current
    })
  }, [locale])
  if (asked === null) return null
  const { room, answer } = asked
  const end = (isProved: boolean): void => {
    answer(isProved)
    setOpen(false)
  }
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...said, ...room.words }}>
      <Dialog isOpen={isOpen} onClose={() => end(false)} title={room.words.confirm.title}>
        {isOpen ? <room.ConfirmForm onDone={() => end(true)} /> : null}
      </Dialog>
    </NextIntlClientProvider>
  )
}
