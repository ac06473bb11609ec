# The version that package.json names for machines without a Node of their own. To pin the very bytes as well, put the digest
# behind it that `docker buildx imagetools inspect node:24.21.0-bookworm-slim` prints: node:24.21.0-bookworm-slim@sha256:…
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
# .npmrc: nothing that is installed runs a script.
COPY package.json package-lock.json .npmrc ./
# Node is in the image: the packaged one of the optional dependencies is not needed.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
LABEL org.opencontainers.image.title="Footnote" \
      org.opencontainers.image.description="A Discord bot that summarises articles and proves every point with the article's own words" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.base.name="docker.io/library/node:24.21.0-bookworm-slim"
# Nothing is installed from here on: whoever gets in finds no package manager.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn-* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
# The port answers inside the container alone (METRICS_HOST), for the health check.
ENV NODE_ENV=production METRICS_PORT=9464
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY bin ./bin
COPY prompts ./prompts
COPY test/eval/articles ./test/eval/articles
COPY src ./src
# All of it belongs to root. data/ alone is written to, and /tmp, where Node keeps what it has compiled.
RUN mkdir data && chown 1000:1000 data
# By number, so that Kubernetes sees that it is not root (runAsNonRoot); it is the image's user node.
USER 1000:1000
VOLUME ["/app/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "bin/health.mjs"]
# The process itself, not npm and no shell: neither hands SIGTERM on. `docker run … footnote doctor` runs another command.
ENTRYPOINT ["node", "--no-regexp-tier-up", "bin/node24.mjs", "src/main.ts"]
CMD ["start"]
