FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Node 24 is in the image: the packaged Node of the optional dependencies is not needed.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY bin ./bin
COPY prompts ./prompts
COPY test/eval ./test/eval
COPY src ./src
RUN mkdir data && chown node:node data
USER node
VOLUME ["/app/data"]
# The process itself, not npm: npm does not hand SIGTERM on.
CMD ["node", "--no-regexp-tier-up", "bin/node24.mjs", "src/main.ts", "start"]
