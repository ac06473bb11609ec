import { asksNoArchive } from '../../core/robots.ts'
import type { Page } from './dom.ts'

const GENERAL = 'meta[name="robots" i], meta[name="footnote" i], meta[http-equiv="x-robots-tag" i]'

/** Whether the page asks everybody not to keep a copy; undefined where it does not. */
export const asksNotToBeKept = (page: Page): true | undefined =>
  [...page.head.querySelectorAll(GENERAL)].some((meta) =>
    asksNoArchive(meta.getAttribute('content') ?? ''),
  ) || undefined
