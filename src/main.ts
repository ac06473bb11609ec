import { parseConfig } from './config.ts'

parseConfig(process.env)
