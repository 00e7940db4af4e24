"""The FastAPI application of one office: pages and the websocket on the same port."""

from fastapi import APIRouter, FastAPI
from starlette.routing import WebSocketRoute

from server.office.running_office import RunningOffice
from server.web.http import routes
from server.web.socket import SocketEndpoint
from server.web.training import TrainingEndpoint


def create_app(running: RunningOffice, admin: APIRouter | None = None) -> FastAPI:
    """An application for an office that was started; with ``admin`` (`admin_routes`) its
    office file can be changed.
    """
    app = FastAPI(title="Đến Lượt", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(routes(running))
    if admin is not None:
        app.include_router(admin)
    app.router.routes.append(WebSocketRoute("/ws", SocketEndpoint(running)))
    app.state.training = TrainingEndpoint(running)
    app.router.routes.append(WebSocketRoute("/training/ws", app.state.training))
    return app
