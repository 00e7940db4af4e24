"""The FastAPI application of one office: pages and the websocket on the same port."""

from fastapi import FastAPI
from starlette.routing import WebSocketRoute

from server.web.house import House
from server.web.http import routes
from server.web.socket import SocketEndpoint


def create_app(house: House) -> FastAPI:
    """An application for a house that was started."""
    app = FastAPI(title="Đến Lượt", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(routes(house))
    app.router.routes.append(WebSocketRoute("/ws", SocketEndpoint(house)))
    return app
