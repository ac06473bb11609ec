// The least that a bot can be, as a process of its own: discord.js logs in, says so and leaves.
import { Client, GatewayIntentBits } from 'discord.js'

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
})
client.once('clientReady', () => {
  console.log('discord-ready')
  process.exit()
})
await client.login(process.env['DISCORD_TOKEN'])
