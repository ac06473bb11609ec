import { createExtractor } from '../../src/adapters/extract/create-extractor.ts'

/** For all worlds of a test file: a thread takes longer to start than a page to read. It ends with the file's process. */
export const sharedExtractor = { ...createExtractor(), close: async (): Promise<void> => {} }
