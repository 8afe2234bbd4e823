import type { Job } from '@/lib/parsing/job'
import { isImage } from './attachment.rules'
import { type Cleaned, cleanFile } from './clean'
import { photosToPdf } from './photos'

/** Cleans files, and joins them when that was asked; answers the type of each paper with its bytes as parts, or why not. */
export const preparePapers: Job = async (files, { pages }) => {
  const cleaned: Cleaned[] = []
  for (const file of files) {
    const one = await cleanFile(file)
    if (!one.ok) return { answer: { refused: one.code }, parts: [] }
    cleaned.push(one.value)
  }
  if (pages === 'one' && !cleaned.every(({ type }) => isImage(type)))
    return { answer: { refused: 'fileNotPhoto' }, parts: [] }
  const papers = pages === 'one' ? [await photosToPdf(cleaned)] : cleaned
  return { answer: { types: papers.map(({ type }) => type) }, parts: papers.map(({ bytes }) => bytes) }
}
