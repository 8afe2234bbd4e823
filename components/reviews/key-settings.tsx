'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Dialog } from '@/components/ui/dialog'
import { COMMANDS, type Command, DEFAULT_KEYS, faultyKeys, type KeySetting } from '@/lib/reviews/key.rules'
import { keepKeys } from './keep-keys'

/** Which key does what, changed or switched off (WCAG 2.2, 2.1.4): who dictates to a computer presses keys unawares. */
export const KeySettings = ({
  setting,
  onChange,
}: {
  setting: KeySetting
  onChange: (setting: KeySetting) => void
}) => {
  const t = useTranslations('reviews')
  const [isOpen, setOpen] = useState(false)
  const [kept, setTyped] = useState(setting)
  const typed = { ...kept, isOn: setting.isOn }
  const faulty = faultyKeys(typed.keys)
  const keep = (next: KeySetting): void => {
    setTyped(next)
    if (faultyKeys(next.keys).length > 0) return
    onChange(next)
    keepKeys(next)
  }
  const line = (command: Command) => (
    <label key={command} className="flex items-center justify-between gap-4 border-b border-hair py-1">
      <span>{t(`command.${command}`)}</span>
      <input
        value={typed.keys[command]}
        maxLength={1}
        autoComplete="off"
        spellCheck={false}
        disabled={!typed.isOn}
        aria-invalid={faulty.includes(command)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => keep({ ...typed, keys: { ...typed.keys, [command]: event.target.value } })}
        className="min-h-11 w-16 rounded border border-edge bg-surface text-center text-base disabled:opacity-60 aria-invalid:border-2 aria-invalid:border-danger"
      />
    </label>
  )
  return (
    <>
      <Button kind="plain" size="small" onClick={() => setOpen(true)}>
        {t('keys.title')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('keys.title')}>
        <p className="mb-3 text-muted">{t('keys.what')}</p>
        <Chip checked={typed.isOn} onChange={(event) => keep({ ...typed, isOn: event.target.checked })}>
          {t('keys.on')}
        </Chip>
        <div className="mt-3 max-w-sm">{COMMANDS.codes.map(line)}</div>
        <p role="alert" className="mt-2 font-semibold text-danger">
          {faulty.length === 0 ? '' : t('keys.faulty')}
        </p>
        <Button kind="quiet" size="small" onClick={() => keep({ ...typed, keys: DEFAULT_KEYS })}>
          {t('keys.usual')}
        </Button>
      </Dialog>
    </>
  )
}
