'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Leaves the lines that say what is typed. */
export const FindSetting = () => {
  const t = useTranslations('settings')
  const [none, setNone] = useState(false)
  const find = (typed: string): void => {
    const words = fold(typed)
      .split(/\s+/)
      .filter((word) => word !== '')
    const lines = [...document.querySelectorAll('#settings li')]
    for (const line of lines) {
      const text = fold(line.textContent)
      line.toggleAttribute('hidden', !words.every((word) => text.includes(word)))
    }
    setNone(lines.every((line) => line.hasAttribute('hidden')))
  }
  return (
    <div className="min-w-0 max-w-70 grow sm:w-70">
      <label htmlFor="find-setting" className="sr-only">
        {t('find')}
      </label>
      <input
        id="find-setting"
        type="search"
        autoComplete="off"
        placeholder={t('find')}
        className="min-h-11 w-full rounded border border-edge bg-surface text-ellipsis px-3 placeholder:text-muted"
        onChange={(event) => find(event.target.value)}
      />
      <p role="status" className="text-sm text-muted">
        {none ? t('notFound') : ''}
      </p>
    </div>
  )
}
